"""Labels of questions and answers and what stands beside them: marks that no layout names, told by their form."""
