-- The cursor of live lists: transaction numbers, since a slow transaction may commit behind a later
-- sequence number and would then be missed for ever.
ALTER TABLE command ADD COLUMN IF NOT EXISTS xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX IF NOT EXISTS ix_command_xid ON command (xid);
