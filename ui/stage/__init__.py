"""What the room looks at."""
