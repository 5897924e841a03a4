-- Whether a language model is asked for a summary of the present answer, and how often it was asked on a day.
alter table classification
    add column summary_due boolean not null default false;

create index classification_summary_due on classification (event_time, change_id) where present and summary_due;

create table language_model_usage (
    day date primary key,
    calls integer not null
);
