-- What lists of licences are sorted and narrowed by: of a million the first thousand are found without reading them all.

CREATE INDEX licence_ends ON licence (ends_at);
CREATE INDEX licence_fee ON licence (fee_currency, fee_minor);
CREATE INDEX licence_company ON licence (company);
CREATE INDEX licence_title ON licence (title);
