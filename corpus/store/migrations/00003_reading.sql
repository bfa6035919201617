-- +goose Up
-- The rules of reading (Entry.Rules) by which an article's facts were found; 0 where
-- nobody wrote that down.
ALTER TABLE article ADD COLUMN rules INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_rules ON article (rules);

-- The last number given to what tells the same, as a story or alike. None is given
-- twice: an article that is read again may keep one for another of its tellings.
CREATE TABLE numbered (last INTEGER NOT NULL);
INSERT INTO numbered (last) SELECT max(
    coalesce((SELECT max(story) FROM event), 0), coalesce((SELECT max(alike) FROM statement), 0));

-- +goose Down
DROP TABLE numbered;
DROP INDEX article_rules;
ALTER TABLE article DROP COLUMN rules;
