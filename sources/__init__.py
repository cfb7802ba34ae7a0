"""The sources of posts, one module a platform; the drill and the replay among them."""
