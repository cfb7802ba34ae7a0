"""Flair in a child process: the worker, its client and the shipped model."""
