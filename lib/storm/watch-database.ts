import type { Pool } from "pg";

/**
 * Triggers that watch what a look between rounds can't see any more, in the database of the storm alone:
 * - the router's statement never takes a load above the capacity that holds as it commits,
 * - where a conversation stands never changes without counting its revision,
 * - nor without an entry of the routing log in the same transaction; waits that end with a change of the settings are
 *   decided, and logged, by the pass that follows.
 */
export async function watchDatabase(pool: Pool): Promise<void> {
  await pool.query(`
    -- As the servers: their statements run them.
    SET ROLE kith;
    CREATE TABLE storm_note (organization_id uuid NOT NULL, what text NOT NULL);
    -- The storm asks what is new; the product never does.
    CREATE INDEX storm_log_by_id ON routing_log (organization_id, id);
    -- Finding what is not done must not get slower with all that is.
    CREATE INDEX storm_open_idx ON conversation (organization_id) WHERE state <> 'done';

    -- Counts the router's own changes of a load: none would mean that they are not recognized any more.
    CREATE SEQUENCE storm_router_loads;
    CREATE FUNCTION storm_watch_load() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE capacity int;
    BEGIN
      IF current_query() NOT LIKE '%load = a.load + g.weight%' THEN RETURN NULL; END IF;
      PERFORM nextval('storm_router_loads');
      capacity := coalesce(NEW.own_capacity, (
        SELECT max(t.capacity) FROM team_member m JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
        WHERE m.organization_id = NEW.organization_id AND m.user_id = NEW.user_id AND t.routing_enabled), 0);
      IF NEW.load > capacity THEN
        INSERT INTO storm_note VALUES (NEW.organization_id, format('the router took agent %s from %s to %s of %s', NEW.user_id, OLD.load, NEW.load, capacity));
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER storm_watch_load AFTER UPDATE ON agent FOR EACH ROW WHEN (NEW.load > OLD.load) EXECUTE FUNCTION storm_watch_load();

    CREATE FUNCTION storm_watch_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.revision = OLD.revision THEN
        INSERT INTO storm_note VALUES (NEW.organization_id, format('conversation %s went from %s to %s in one revision', NEW.id, OLD.routing_state, NEW.routing_state));
      END IF;
      IF NOT (OLD.routing_state = 'waiting' AND NEW.routing_state = 'pending') AND NOT EXISTS (
        SELECT 1 FROM routing_log l WHERE l.organization_id = NEW.organization_id AND l.conversation_id = NEW.id
          AND l.xmin = pg_current_xact_id()::xid) THEN
        INSERT INTO storm_note VALUES (NEW.organization_id, format('conversation %s went from %s to %s without an entry', NEW.id, OLD.routing_state, NEW.routing_state));
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER storm_watch_change AFTER UPDATE ON conversation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN ((NEW.state, NEW.routing_state, NEW.assignee_id, NEW.offered_to_id) IS DISTINCT FROM (OLD.state, OLD.routing_state, OLD.assignee_id, OLD.offered_to_id))
      EXECUTE FUNCTION storm_watch_change();
    RESET ROLE`);
}
