-- +goose Up
ALTER TABLE digest ADD COLUMN parked_at INTEGER NOT NULL DEFAULT 0; -- unix seconds since when parked holds
UPDATE digest SET parked_at = unixepoch() WHERE parked <> '';

-- +goose Down
ALTER TABLE digest DROP COLUMN parked_at;
