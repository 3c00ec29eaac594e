-- Rules may hold what is forecast against a bound.

ALTER TABLE alert_rule DROP CONSTRAINT alert_rule_kind_check;
ALTER TABLE alert_rule ADD CONSTRAINT alert_rule_kind_check CHECK (kind IN ('threshold', 'change', 'trend', 'forecast'));
