"""What the process that reads aloud says. No Qt."""

READY, NONE, END = "ready", "none", "end"
