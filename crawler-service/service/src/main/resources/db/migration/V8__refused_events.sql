-- Events that the broker refuses for good (too large, above all) are set aside, so that those behind them go on.
alter table event_log
    add column refused_at timestamptz,
    add column refusal text;
