"""Who argues, justifies, measures himself against others, stands on his rights."""
