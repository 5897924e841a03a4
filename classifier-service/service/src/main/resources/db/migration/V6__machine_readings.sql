-- Whether a language model is asked to read the provisions of the present answer.
alter table classification
    add column reading_due boolean not null default false;

create index classification_reading_due on classification (event_time, change_id) where present and reading_due;

-- What a language model said of a provision, in its own words: checked whenever it is used, and never asked for twice.
create table provision_reading (
    question text not null,
    model    text not null,
    answer   text not null,
    asked_at timestamptz not null,
    primary key (question, model)
);
