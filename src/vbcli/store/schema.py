"""Tables and views of the archive. The comments stay in `sqlite_master`, so `.schema` explains itself.

Derived rows (tasks and what hangs on them, references, evidence, mentions, issues) can be thrown away and read again
from `blocks`; ids of documents and tasks never move and are never used twice.
Every value read from a text carries its evidence: rule, span_start, span_end (code points of documents.text),
page, line (of the file), confidence (0 to 1), reason (Vietnamese, why it is blank or doubtful).
"""

EVIDENCE = "rule TEXT NOT NULL, span_start INTEGER, span_end INTEGER, page INTEGER, line INTEGER, confidence REAL NOT NULL, reason TEXT"

TABLES_1 = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    """CREATE TABLE documents ( -- one act: issuer + number + date
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- shown as V12
    identity TEXT NOT NULL UNIQUE, -- act:issuer|number|date, or text:issuer|fingerprint of the folded text
    doc_type TEXT, -- cong_van, thong_bao, …
    number TEXT, -- canonical số ký hiệu
    number_key TEXT, -- upper-case ASCII comparison key of number
    symbol TEXT, -- ký hiệu of a paper whose number is blank
    issued_on TEXT, -- ISO date
    issued_from TEXT, issued_to TEXT, -- bounds of a missing date
    place TEXT, issuer TEXT,
    issuer_id INTEGER REFERENCES units(id),
    subject TEXT, signer TEXT, signer_title TEXT, signed_for TEXT,
    urgency TEXT, secrecy TEXT,
    fingerprint TEXT NOT NULL, -- sha256 of the folded letters and digits
    text TEXT NOT NULL, -- NFC; every span indexes it
    program TEXT NOT NULL, -- version that read it
    read_at TEXT NOT NULL)""",
    "CREATE INDEX documents_number ON documents(number_key, issued_on)",
    """CREATE TABLE files ( -- one version of one file; a changed file leaves its former row as 'replaced'
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL, -- absolute
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('read', 'failed', 'replaced')),
    format TEXT, pages INTEGER, page_width REAL, ocr INTEGER NOT NULL DEFAULT 0,
    error_code TEXT, error_message TEXT,
    program TEXT NOT NULL, read_at TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX files_path ON files(path) WHERE state != 'replaced'",
    "CREATE INDEX files_bytes ON files(size, sha256)",
    """CREATE TABLE blocks ( -- files as read, so that a paper can be understood anew without its file
    sha256 TEXT PRIMARY KEY, data BLOB NOT NULL -- zlib of JSON: list of blocks
    ) WITHOUT ROWID""",
    """CREATE TABLE document_files ( -- a document has several files, a file may hold several documents
    document_id INTEGER NOT NULL REFERENCES documents(id), file_id INTEGER NOT NULL REFERENCES files(id),
    part INTEGER, -- 1, 2, … where the file holds several documents
    is_best INTEGER NOT NULL, -- 1: the document carries the text of this file
    PRIMARY KEY (document_id, file_id)) WITHOUT ROWID""",
    "CREATE INDEX document_files_file ON document_files(file_id)",
    """CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE, -- folded standard form
    name TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL, place TEXT NOT NULL, post TEXT NOT NULL,
    collective INTEGER NOT NULL)""",
    f"""CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice
    document_id INTEGER NOT NULL REFERENCES documents(id),
    position INTEGER NOT NULL, -- order in the document
    locator TEXT NOT NULL, text TEXT NOT NULL, text_key TEXT NOT NULL, -- folded: what likeness compares
    product TEXT, report_to TEXT NOT NULL, -- JSON list
    due TEXT, -- the earliest hard date, else the end of a planning period
    due_kind TEXT CHECK (due_kind IN ('hard', 'recurring', 'soft')),
    due_time TEXT, due_words TEXT, rrule TEXT,
    vanished INTEGER NOT NULL DEFAULT 0, -- 1: no longer in the text
    {EVIDENCE})""",
    "CREATE INDEX tasks_document ON tasks(document_id, position)",
    "CREATE INDEX tasks_due ON tasks(due, id) WHERE due_kind = 'hard' AND vanished = 0",
    f"""CREATE TABLE assignees (
    task_id INTEGER NOT NULL REFERENCES tasks(id), unit_id INTEGER NOT NULL REFERENCES units(id),
    position INTEGER NOT NULL, role TEXT NOT NULL CHECK (role IN ('lead', 'support')),
    name TEXT NOT NULL, -- as this text has it: units of one key may differ by "các"
    collective INTEGER NOT NULL, inherited INTEGER NOT NULL,
    place TEXT NOT NULL, -- folded place of the unit, or the one inferred from the issuer
    place_inferred INTEGER NOT NULL,
    {EVIDENCE}, PRIMARY KEY (task_id, unit_id, role)) WITHOUT ROWID""",
    "CREATE INDEX assignees_unit ON assignees(unit_id, role, task_id)",
    f"""CREATE TABLE deadlines (
    task_id INTEGER NOT NULL REFERENCES tasks(id), position INTEGER NOT NULL,
    due TEXT, kind TEXT NOT NULL, rrule TEXT, soft INTEGER NOT NULL, inherited INTEGER NOT NULL,
    words TEXT NOT NULL, due_time TEXT, flags TEXT NOT NULL, -- JSON list
    {EVIDENCE}, PRIMARY KEY (task_id, position)) WITHOUT ROWID""",
    f"""CREATE TABLE refs ( -- every mention of another document
    document_id INTEGER NOT NULL REFERENCES documents(id), position INTEGER NOT NULL,
    task_id INTEGER REFERENCES tasks(id), -- the task inside which it stands
    key TEXT NOT NULL, match_key TEXT NOT NULL, doc_type TEXT, issued_on TEXT, issuer TEXT,
    words TEXT NOT NULL, relation TEXT NOT NULL, pinpoint TEXT,
    {EVIDENCE}, PRIMARY KEY (document_id, position)) WITHOUT ROWID""",
    "CREATE INDEX refs_match ON refs(match_key, issued_on)",
    "CREATE INDEX refs_task ON refs(task_id)",
    """CREATE TABLE task_refs ( -- documents that a task cites, each once
    task_id INTEGER NOT NULL REFERENCES tasks(id), position INTEGER NOT NULL, key TEXT NOT NULL, match_key TEXT NOT NULL,
    PRIMARY KEY (task_id, position)) WITHOUT ROWID""",
    "CREATE INDEX task_refs_match ON task_refs(match_key)",
    """CREATE TABLE addressees (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    list TEXT NOT NULL CHECK (list IN ('to', 'copy')), -- Kính gửi, Nơi nhận
    position INTEGER NOT NULL, text TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    PRIMARY KEY (document_id, list, position)) WITHOUT ROWID""",
    f"""CREATE TABLE evidence ( -- of the values of the header
    document_id INTEGER NOT NULL REFERENCES documents(id), field TEXT NOT NULL,
    {EVIDENCE}, PRIMARY KEY (document_id, field)) WITHOUT ROWID""",
    """CREATE TABLE mentions ( -- documents meant but not named by a number
    document_id INTEGER NOT NULL REFERENCES documents(id), position INTEGER NOT NULL,
    words TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    PRIMARY KEY (document_id, position)) WITHOUT ROWID""",
    """CREATE TABLE issues ( -- trouble met in a document
    document_id INTEGER NOT NULL REFERENCES documents(id), position INTEGER NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL, page INTEGER, line INTEGER,
    PRIMARY KEY (document_id, position)) WITHOUT ROWID""",
)

VIEWS_1 = {
    "v_documents": """
SELECT d.id, 'V' || d.id AS label, d.doc_type, d.number, d.issued_on, d.issuer, d.place, d.subject, d.signer,
    (SELECT count(*) FROM tasks t WHERE t.document_id = d.id AND t.vanished = 0) AS tasks,
    (SELECT count(*) FROM refs r WHERE r.document_id = d.id) AS refs,
    (SELECT count(*) FROM document_files df JOIN files f ON f.id = df.file_id
        WHERE df.document_id = d.id AND f.state = 'read') AS files,
    (SELECT f.path FROM document_files df JOIN files f ON f.id = df.file_id
        WHERE df.document_id = d.id AND df.is_best = 1) AS path,
    d.read_at
FROM documents d""",
    "v_tasks": """
SELECT t.id, t.document_id, d.number, d.issued_on, d.issuer, t.locator, t.text, t.due, t.due_kind, t.due_time,
    t.due_words, t.rrule,
    (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM assignees a
        WHERE a.task_id = t.id AND a.role = 'lead' ORDER BY a.position)) AS leads,
    (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM assignees a
        WHERE a.task_id = t.id AND a.role = 'support' ORDER BY a.position)) AS supports,
    t.product, t.page, t.line, t.confidence, t.vanished
FROM tasks t JOIN documents d ON d.id = t.document_id""",
    "v_refs": """
SELECT r.document_id, d.number AS citing_number, d.issued_on AS citing_date, d.issuer AS citing_issuer, r.task_id,
    r.key, r.match_key, r.doc_type, r.issued_on, r.issuer, r.relation, r.pinpoint, r.words, r.page, r.line,
    EXISTS (SELECT 1 FROM documents h WHERE h.number_key = r.match_key) AS number_held
FROM refs r JOIN documents d ON d.id = r.document_id""",
}

# What people enter, and what follows from it. Everything here but entries and events can be made anew at any time.
TABLES_2 = (
    """CREATE TABLE entries ( -- one command that entered something; what vb undo takes back as a whole
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL, -- done, extend, …
    made_at TEXT NOT NULL, -- UTC
    made_by TEXT NOT NULL, -- who
    note TEXT, -- why
    document TEXT, -- number of the paper that reports, grants or changes
    undoes INTEGER REFERENCES entries(id))""",
    """CREATE TABLE events ( -- append-only: what people entered is never altered and never deleted
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entries(id),
    verb TEXT NOT NULL, -- start, done, …: see vbcli/model/followup.py
    subject TEXT NOT NULL CHECK (subject IN ('task', 'document', 'unit', 'doubt')),
    subject_id INTEGER NOT NULL,
    unit_id INTEGER REFERENCES units(id), -- of several leads the one that it is about
    happened_on TEXT, -- ISO date, as entered
    data TEXT NOT NULL)""",
    "CREATE INDEX events_subject ON events(subject, subject_id)",
    "CREATE INDEX events_entry ON events(entry_id)",
    *(
        f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}"
        " BEGIN SELECT RAISE(ABORT, 'entered data is append-only'); END"
        for table in ("entries", "events")
        for verb in ("UPDATE", "DELETE")
    ),
    "CREATE TABLE undone (entry_id INTEGER PRIMARY KEY REFERENCES entries(id)) -- entries that are taken back",
    "ALTER TABLE documents ADD COLUMN origin TEXT NOT NULL DEFAULT 'read' CHECK (origin IN ('read', 'entered'))",
    "ALTER TABLE documents ADD COLUMN received_on TEXT",  # ngày đến
    "ALTER TABLE documents ADD COLUMN received_number TEXT",  # số đến
    "ALTER TABLE documents ADD COLUMN merged_into INTEGER REFERENCES documents(id)",
    "ALTER TABLE documents ADD COLUMN removed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE documents ADD COLUMN reading TEXT",  # JSON: header values as read, where a person corrected them
    "ALTER TABLE tasks ADD COLUMN origin TEXT NOT NULL DEFAULT 'read' CHECK (origin IN ('read', 'entered'))",
    "ALTER TABLE tasks ADD COLUMN same_as INTEGER REFERENCES tasks(id)",  # its twin in the document that this one is merged into
    "ALTER TABLE units ADD COLUMN same_as INTEGER REFERENCES units(id)",  # another spelling of that unit
    """CREATE TABLE rosters ( -- members of a collective: the office's own list
    unit_id INTEGER NOT NULL REFERENCES units(id), member_id INTEGER NOT NULL REFERENCES units(id),
    since TEXT, until TEXT, -- ISO dates of the documents for which it holds, both included
    PRIMARY KEY (unit_id, member_id)) WITHOUT ROWID""",
    """CREATE TABLE successors ( -- units that others took over
    unit_id INTEGER NOT NULL REFERENCES units(id), successor_id INTEGER NOT NULL REFERENCES units(id),
    since TEXT, PRIMARY KEY (unit_id, successor_id)) WITHOUT ROWID""",
    """CREATE TABLE task_state ( -- a task as it stands: what was read, with what people entered applied
    task_id INTEGER PRIMARY KEY REFERENCES tasks(id),
    hidden INTEGER NOT NULL, -- 1: in no list
    text TEXT NOT NULL, product TEXT,
    progress TEXT NOT NULL CHECK (progress IN ('todo', 'doing', 'done', 'paused', 'cancelled', 'dismissed')),
    done_on TEXT,
    due TEXT, -- hạn hiện tại of the deadline that decides
    due_original TEXT, -- hạn ban đầu: the earliest of those not met; of what is done, of the first one missed
    due_kind TEXT CHECK (due_kind IN ('hard', 'recurring', 'soft')),
    due_time TEXT, due_words TEXT, rrule TEXT,
    on_time INTEGER, -- of what is done, by the original deadlines: 1, 0, NULL without one
    occurrences TEXT NOT NULL, -- JSON of a recurring task: [[due, done on], …]
    done_dues TEXT NOT NULL, -- JSON: the same, due dates only
    dues TEXT NOT NULL, -- JSON, every deadline: original, current, met_on, kind, words, rrule, entered (1: by a person)
    officer TEXT, leader TEXT, result TEXT,
    astray INTEGER NOT NULL, -- 1: an event names a deadline that is no longer read
    entered INTEGER NOT NULL, -- number of events that count
    touched_on TEXT) -- day of the last one""",
    "CREATE INDEX task_state_due ON task_state(due, task_id) WHERE due_kind = 'hard' AND hidden = 0",
    f"""CREATE TABLE assignments ( -- task × unit as it stands: what was read or assigned, collectives with a roster as their members
    task_id INTEGER NOT NULL REFERENCES tasks(id), unit_id INTEGER NOT NULL REFERENCES units(id),
    position INTEGER NOT NULL, role TEXT NOT NULL CHECK (role IN ('lead', 'support')),
    name TEXT NOT NULL, collective INTEGER NOT NULL, inherited INTEGER NOT NULL,
    place TEXT NOT NULL, place_inferred INTEGER NOT NULL,
    entered INTEGER NOT NULL, -- 1: assigned by a person
    via INTEGER REFERENCES units(id), -- the collective that it is a member of by the roster
    counted INTEGER NOT NULL, -- 0: its members are counted in its place, or it goes along only
    progress TEXT, done_on TEXT, due TEXT, due_original TEXT, due_kind TEXT, rrule TEXT, on_time INTEGER,
    done_dues TEXT, occurrences TEXT,
    {EVIDENCE}, PRIMARY KEY (task_id, unit_id, role)) WITHOUT ROWID""",
    "CREATE INDEX assignments_unit ON assignments(unit_id, role, task_id)",
)

VIEWS_2 = {
    "v_documents": """
SELECT d.id, 'V' || d.id AS label, d.doc_type, d.number, d.issued_on, d.issuer, d.place, d.subject, d.signer,
    (SELECT count(*) FROM tasks t JOIN task_state s ON s.task_id = t.id
        WHERE t.document_id = d.id AND s.hidden = 0) AS tasks,
    (SELECT count(*) FROM refs r WHERE r.document_id = d.id) AS refs,
    (SELECT count(*) FROM document_files df JOIN files f ON f.id = df.file_id
        WHERE df.document_id = d.id AND f.state = 'read') AS files,
    (SELECT f.path FROM document_files df JOIN files f ON f.id = df.file_id
        WHERE df.document_id = d.id AND df.is_best = 1) AS path,
    d.read_at, d.received_on, d.received_number, d.origin
FROM documents d WHERE d.removed = 0 AND d.merged_into IS NULL""",
    "v_tasks": """
SELECT t.id, t.document_id, d.number, d.issued_on, d.issuer, t.locator, s.text, s.due, s.due_kind, s.due_time,
    s.due_words, s.rrule,
    (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM assignments a
        WHERE a.task_id = t.id AND a.role = 'lead' AND a.via IS NULL ORDER BY a.position)) AS leads,
    (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM assignments a
        WHERE a.task_id = t.id AND a.role = 'support' ORDER BY a.position)) AS supports,
    s.product, t.page, t.line, t.confidence, t.vanished,
    s.progress, s.done_on, s.due_original, s.on_time, s.officer, s.leader, s.result
FROM tasks t JOIN documents d ON d.id = t.document_id JOIN task_state s ON s.task_id = t.id
WHERE s.hidden = 0""",
    "v_refs": """
SELECT r.document_id, d.number AS citing_number, d.issued_on AS citing_date, d.issuer AS citing_issuer, r.task_id,
    r.key, r.match_key, r.doc_type, r.issued_on, r.issuer, r.relation, r.pinpoint, r.words, r.page, r.line,
    EXISTS (SELECT 1 FROM documents h WHERE h.number_key = r.match_key AND h.removed = 0) AS number_held
FROM refs r JOIN documents d ON d.id = r.document_id WHERE d.removed = 0 AND d.merged_into IS NULL""",
    "v_log": """
SELECT e.id AS entry, v.id AS event, e.made_at, e.made_by, e.command, v.verb, v.subject, v.subject_id, v.unit_id,
    v.happened_on, v.data, e.note, e.document, e.undoes,
    EXISTS (SELECT 1 FROM undone u WHERE u.entry_id = e.id) AS undone
FROM entries e LEFT JOIN events v ON v.entry_id = e.id""",
}

# What `vb search` finds. The index keeps no text: a passage is a stretch of its document's, so nothing is stored twice.
TABLES_3 = (
    """CREATE TABLE passages ( -- paragraphs of documents, and their subjects
    id INTEGER PRIMARY KEY, -- document_id * 1048576 + position: 0 for the subject, paragraphs from 1 on
    document_id INTEGER NOT NULL REFERENCES documents(id),
    span_start INTEGER, span_end INTEGER, -- code points of documents.text; NULL of the subject
    page INTEGER, line INTEGER)""",
    # The words come ready (vbcli/text/words.py), divided by blanks: the tokenizer has nothing to decide.
    "CREATE VIRTUAL TABLE passage_index USING fts5(kept, folded, content='', tokenize='ascii')",
)

VIEWS_3 = {
    "v_passages": """
SELECT p.id, p.document_id, d.number, d.issued_on, p.page, p.line,
    CASE WHEN p.span_start IS NULL THEN d.subject ELSE substr(d.text, p.span_start + 1, p.span_end - p.span_start) END AS text
FROM passages p JOIN documents d ON d.id = p.document_id WHERE d.removed = 0 AND d.merged_into IS NULL""",
}

# What `vb summary` gave out, and what the runs that nobody watches came to.
TABLES_4 = (
    """CREATE TABLE snapshots ( -- reports as they were given
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('week', 'month', 'quarter', 'half', 'span')),
    start_on TEXT NOT NULL, end_on TEXT NOT NULL, -- ISO dates, both included
    as_of TEXT NOT NULL, -- the day by which everything was judged
    unit TEXT NOT NULL, -- folded name of the one unit that it is about; '' of all
    made_at TEXT NOT NULL, program TEXT NOT NULL,
    past TEXT NOT NULL, -- JSON: the few figures that a line over time needs
    compared BLOB NOT NULL, -- zlib of JSON: what a later report is compared with, a part of data
    data BLOB NOT NULL) -- zlib of JSON: the report, see vbcli/model/report.py""",
    "CREATE INDEX snapshots_of ON snapshots(unit, as_of)",
    *(
        f"CREATE TRIGGER snapshots_{verb.lower()} BEFORE {verb} ON snapshots"
        " BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TABLE runs ( -- runs that write reports; one that was killed has no end
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
    outcome TEXT CHECK (outcome IN ('done', 'unchanged', 'failed')), message TEXT,
    outputs TEXT) -- JSON: list of files""",
)
