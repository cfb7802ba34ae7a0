"""Who waves a trouble off: as small, as closed, as the other one's own."""
