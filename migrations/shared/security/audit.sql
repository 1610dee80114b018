-- Where a row of the audit stands: its transaction's number. Below the oldest running transaction
-- nothing can come any more, so that the rows there can be sealed. No client may write it.
ALTER TABLE access ADD COLUMN IF NOT EXISTS xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX IF NOT EXISTS ix_access_xid ON access (xid);
ALTER TABLE audit_event ADD COLUMN IF NOT EXISTS xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX IF NOT EXISTS ix_audit_event_xid ON audit_event (xid);
