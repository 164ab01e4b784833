"""What stands in the texts of posts and is no part of them: quotes, signatures, titles."""
