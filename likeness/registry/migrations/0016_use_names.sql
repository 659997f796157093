-- The words of the rows of reports hold the names of their companies and performers, too: they are laid in the index
-- anew when somebody next looks for a word. Frozen: a later change is a later file.

UPDATE use_page SET worded = 0;
