-- +goose Up
CREATE INDEX run_waiting ON run (digest, due, name) WHERE state IN ('due', 'ready'); -- which run of a digest is next
CREATE INDEX run_ended ON run (digest, ended);                                      -- which was the last

-- +goose Down
DROP INDEX run_ended;
DROP INDEX run_waiting;
