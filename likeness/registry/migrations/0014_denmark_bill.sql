-- The Danish bill was a rule of the pack `posthumous`, and has a pack of its own since: where that was on, so is this.

UPDATE setting SET value = value || ' denmark-bill'
WHERE name = 'rules.packs' AND ' ' || value || ' ' LIKE '% posthumous %' AND ' ' || value || ' ' NOT LIKE '% denmark-bill %';
