-- Where a row of the audit stands: its transaction's number. Below the oldest running transaction
-- nothing can come any more, so that the rows there can be sealed. No client may write it.
DO $$
DECLARE
    audited text;
BEGIN
    FOREACH audited IN ARRAY ARRAY['access', 'audit_event', 'broken_glass', 'lookup'] LOOP
        EXECUTE format(
            'ALTER TABLE public.%I ADD COLUMN IF NOT EXISTS xid xid8 NOT NULL '
            'DEFAULT pg_current_xact_id()', audited);
        EXECUTE format(
            'CREATE INDEX IF NOT EXISTS %I ON public.%I (xid)', 'ix_' || audited || '_xid', audited);
    END LOOP;
END
$$;
