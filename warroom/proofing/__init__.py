"""Drafts checked in a process of their own, so that no key waits for the check of a long text."""
