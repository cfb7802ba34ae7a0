"""What a draft tells against the published fact sheet: values read, matched with facts, and what is told in words."""
