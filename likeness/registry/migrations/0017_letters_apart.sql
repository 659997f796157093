-- Letters that the indexes of words keep as they are (the tokenizer folds accents, not these) are found as people type
-- them: "ovrebo" finds Øvrebø. New words are laid so by `registry.find_words`. Frozen: a later change is a later file.

UPDATE licence_text SET words = words || char(10) || alphabet(words) WHERE words GLOB '*[øØłŁđĐðÐþÞıæÆœŒ]*';
UPDATE use_text SET words = words || char(10) || alphabet(words) WHERE words GLOB '*[øØłŁđĐðÐþÞıæÆœŒ]*';
