"""Members of archives and of compressed streams, those behind damaged places too."""
