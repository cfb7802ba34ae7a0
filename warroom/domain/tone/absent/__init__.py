"""What a whole reply lacks: an acknowledgement, an owner, a next step."""
