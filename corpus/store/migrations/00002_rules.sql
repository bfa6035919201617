-- +goose Up
-- The rules of the package term (term.Rules) by which the rows of sentence and the
-- sketches were made. Opening a store with lower ones makes them anew.
CREATE TABLE rules (term INTEGER NOT NULL);
INSERT INTO rules (term) VALUES (1);

-- +goose Down
DROP TABLE rules;
