-- Uses that count no more are few: counting them apart lets all others be counted in the index of verdicts alone.
CREATE INDEX use_corrected ON use (verdict) WHERE corrected_by IS NOT NULL;
