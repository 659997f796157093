-- Whose likenesses and licences these are: whether of one performer or of several is asked for each list that is shown.

CREATE INDEX licence_performer ON licence (performer);
CREATE INDEX double_performer ON double (performer);
