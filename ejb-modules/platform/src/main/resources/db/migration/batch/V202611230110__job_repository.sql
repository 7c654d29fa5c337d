-- The Jakarta Batch repository's own tables, as JBeret 3.1 expects them; the server may not create tables, so they come from here.
-- Its rows hold the runs of all tenants but none of their data: no tenant, no row-level security.
create schema batch;
create table batch.job_instance (
    jobinstanceid   bigserial primary key,
    version         integer,
    jobname         varchar(512),
    applicationname varchar(512)
);
create table batch.job_execution (
    jobexecutionid  bigserial primary key,
    jobinstanceid   bigint not null references batch.job_instance (jobinstanceid) on delete cascade,
    version         integer,
    createtime      timestamptz,
    starttime       timestamptz,
    endtime         timestamptz,
    lastupdatedtime timestamptz,
    batchstatus     varchar(30),
    exitstatus      varchar(512),
    jobparameters   varchar(3000),
    restartposition varchar(255)
);
create index job_execution_by_instance on batch.job_execution (jobinstanceid);
create table batch.step_execution (
    stepexecutionid      bigserial primary key,
    jobexecutionid       bigint not null references batch.job_execution (jobexecutionid) on delete cascade,
    version              integer,
    stepname             varchar(255),
    starttime            timestamptz,
    endtime              timestamptz,
    batchstatus          varchar(30),
    exitstatus           varchar(512),
    executionexception   varchar(2048),
    persistentuserdata   bytea,
    readcount            integer,
    writecount           integer,
    commitcount          integer,
    rollbackcount        integer,
    readskipcount        integer,
    processskipcount     integer,
    filtercount          integer,
    writeskipcount       integer,
    readercheckpointinfo bytea,
    writercheckpointinfo bytea
);
create index step_execution_by_job on batch.step_execution (jobexecutionid);
create table batch.partition_execution (
    partitionexecutionid integer not null,
    stepexecutionid      bigint not null references batch.step_execution (stepexecutionid) on delete cascade,
    version              integer,
    batchstatus          varchar(30),
    exitstatus           varchar(512),
    executionexception   varchar(2048),
    persistentuserdata   bytea,
    readercheckpointinfo bytea,
    writercheckpointinfo bytea,
    primary key (partitionexecutionid, stepexecutionid)
);
grant usage on schema batch to dotmac_runtime;
grant select, insert, update, delete on all tables in schema batch to dotmac_runtime;
grant usage on all sequences in schema batch to dotmac_runtime;
