-- Row-level security: the second wall between organizations (docs/decisions/0035). A connection says whose rows it is
-- for by the setting kith.organization. An id: that organization's. 'all': everybody's. Nothing: nobody's. The owner of
-- the tables is bound by it too, which is whom the app connects as.

ALTER TABLE "organization_router" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organization_router" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "organization_router" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "permission_set" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "permission_set" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "permission_set" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "user" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "invitation" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "agent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agent" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "agent" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "agent_presence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agent_presence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "agent_presence" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "custom_status" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "custom_status" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "custom_status" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "team" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "team" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "team" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "team_member" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "team_member" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "team_member" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "team_queue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "team_queue" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "team_queue" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "routing_settings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "routing_settings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "routing_settings" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "settings_save" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "settings_save" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "settings_save" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "business_hours" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "business_hours" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "business_hours" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "channel" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "channel" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "queue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "queue" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "queue" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "queue_rule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "queue_rule" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "queue_rule" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "customer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "customer" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "customer" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "conversation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conversation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "conversation" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "message" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "visitor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "visitor" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "visitor" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "routing_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "routing_log" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "routing_log" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "api_key" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');

ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_log" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "audit_log" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');
