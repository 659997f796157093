"""What the process that plays says at the last. No Qt: presenters have words for why nothing is heard."""

END = "end"
NO_MODULE, NO_OUTPUT, NO_FORM, GONE = "no-sound-module", "no-output", "no-such-form", "output-gone"
SILENT = (NO_MODULE, NO_OUTPUT, NO_FORM, GONE)
