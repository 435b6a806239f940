"""The analyser that runs in a child process. No Django, and nothing heavy, is imported at this level."""
