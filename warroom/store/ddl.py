"""The numbered steps of the schema. A step that was released never changes; the next change is a new step."""

from __future__ import annotations

from typing import Final

_FIRST: Final = """
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  room TEXT NOT NULL, platform TEXT NOT NULL, native_id TEXT NOT NULL,
  author TEXT NOT NULL, author_name TEXT NOT NULL, text TEXT NOT NULL, place TEXT NOT NULL, url TEXT NOT NULL,
  lang TEXT NOT NULL, root_id TEXT NOT NULL, parent_id TEXT NOT NULL, repost_of TEXT NOT NULL, quoted TEXT NOT NULL,
  media_alt TEXT NOT NULL, links TEXT NOT NULL, hashtags TEXT NOT NULL,
  reach INTEGER, verified INTEGER NOT NULL, replies INTEGER, reposts INTEGER, likes INTEGER,
  created INTEGER NOT NULL, received INTEGER NOT NULL, version INTEGER NOT NULL, deleted INTEGER,
  sha BLOB NOT NULL, digest BLOB NOT NULL
);
CREATE UNIQUE INDEX posts_key ON posts (room, platform, native_id);
CREATE INDEX posts_root ON posts (room, platform, root_id) WHERE root_id <> '';
CREATE INDEX posts_parent ON posts (room, platform, parent_id) WHERE parent_id <> '';

CREATE TABLE facets (
  room TEXT NOT NULL, id INTEGER NOT NULL, platform TEXT NOT NULL, handle TEXT NOT NULL, lang TEXT NOT NULL,
  created INTEGER NOT NULL, reach INTEGER, mood INTEGER NOT NULL, valence REAL,
  verified INTEGER NOT NULL, reply INTEGER NOT NULL, repost INTEGER NOT NULL, edited INTEGER NOT NULL,
  deleted INTEGER NOT NULL, text INTEGER NOT NULL,
  PRIMARY KEY (room, id)
) WITHOUT ROWID;
CREATE INDEX facets_mood ON facets (room, mood, id);
CREATE INDEX facets_created ON facets (room, created, id);
CREATE INDEX facets_waiting ON facets (text) WHERE mood = 0;
CREATE INDEX facets_valence ON facets (room, valence, id) WHERE valence IS NOT NULL;
CREATE INDEX facets_edited ON facets (room, id) WHERE edited = 1;
CREATE INDEX facets_deleted ON facets (room, id) WHERE deleted = 1;

CREATE VIRTUAL TABLE words USING fts5 (said, content = '', columnsize = 0, tokenize = 'ascii');

CREATE TABLE post_versions (
  post_id INTEGER NOT NULL REFERENCES posts (id), version INTEGER NOT NULL, sha BLOB NOT NULL, body TEXT NOT NULL,
  replaced INTEGER NOT NULL, PRIMARY KEY (post_id, version)
) WITHOUT ROWID;
CREATE TABLE tombstones (
  room TEXT NOT NULL, platform TEXT NOT NULL, native_id TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (room, platform, native_id)
) WITHOUT ROWID;
CREATE TABLE rooms (room TEXT PRIMARY KEY, posts INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE cursors (
  room TEXT NOT NULL, source TEXT NOT NULL, cursor TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (room, source)
) WITHOUT ROWID;
CREATE TABLE scores (
  digest BLOB PRIMARY KEY, negative REAL, neutral REAL, positive REAL, model TEXT NOT NULL, reason TEXT,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE incidents (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, room TEXT NOT NULL, title TEXT NOT NULL, opened INTEGER NOT NULL,
  closed INTEGER, severity INTEGER, head_seq INTEGER NOT NULL, head_hash TEXT NOT NULL, story TEXT
);
CREATE TABLE events (
  incident TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL, type TEXT NOT NULL, actor TEXT NOT NULL, summary TEXT NOT NULL, details TEXT NOT NULL,
  severity INTEGER, platform TEXT, post TEXT, post_url TEXT NOT NULL, content_sha256 TEXT NOT NULL,
  tags TEXT NOT NULL, pinned INTEGER NOT NULL, drill INTEGER NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (incident, seq)
);
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM events WHERE incident = NEW.incident), 0)
BEGIN SELECT RAISE (ABORT, 'the log is append-only and has no gaps'); END;

CREATE TABLE triage (
  incident TEXT NOT NULL REFERENCES incidents (id), post TEXT NOT NULL, post_id INTEGER REFERENCES posts (id),
  status TEXT NOT NULL, holder TEXT NOT NULL, tags TEXT NOT NULL, snoozed_until INTEGER, reason TEXT NOT NULL,
  escalated_to TEXT NOT NULL, pinned INTEGER NOT NULL, notes INTEGER NOT NULL, PRIMARY KEY (incident, post)
) WITHOUT ROWID;
CREATE UNIQUE INDEX triage_post ON triage (incident, post_id);
CREATE INDEX triage_orphan ON triage (incident) WHERE post_id IS NULL;
CREATE INDEX triage_status ON triage (incident, status, post_id);
CREATE INDEX triage_holder ON triage (incident, holder, post_id) WHERE holder <> '';
CREATE INDEX triage_claimed ON triage (incident, post_id) WHERE holder <> '';
CREATE INDEX triage_escalated ON triage (incident, post_id) WHERE escalated_to <> '';
CREATE INDEX triage_tagged ON triage (incident, post_id) WHERE tags <> '[]';
CREATE INDEX triage_pinned ON triage (incident, post_id) WHERE pinned = 1;
CREATE INDEX triage_noted ON triage (incident, post_id) WHERE notes > 0;
CREATE TABLE triage_tags (
  incident TEXT NOT NULL, tag TEXT NOT NULL, post_id INTEGER NOT NULL, PRIMARY KEY (incident, tag, post_id)
) WITHOUT ROWID;
CREATE INDEX triage_tags_post ON triage_tags (incident, post_id);

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

_SENDING: Final = """
CREATE TABLE drafts (
  incident TEXT NOT NULL REFERENCES incidents (id), id TEXT NOT NULL, post TEXT NOT NULL, platform TEXT NOT NULL,
  text TEXT NOT NULL, author TEXT NOT NULL, state TEXT NOT NULL, version INTEGER NOT NULL, account TEXT NOT NULL,
  since INTEGER NOT NULL, reason TEXT NOT NULL, native_id TEXT, url TEXT, sent INTEGER,
  PRIMARY KEY (incident, id)
) WITHOUT ROWID;
CREATE INDEX drafts_post ON drafts (incident, post);
CREATE INDEX drafts_state ON drafts (state, incident) WHERE state IN ('sending', 'unknown');
ALTER TABLE posts ADD COLUMN context INTEGER NOT NULL DEFAULT 0;
"""

_LABELS: Final = """
ALTER TABLE triage ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE triage ADD COLUMN checked INTEGER NOT NULL DEFAULT 0;
CREATE INDEX triage_label ON triage (incident, label, post_id) WHERE label <> '';
"""

_LABELLED: Final = """
CREATE INDEX triage_labelled ON triage (incident, post_id) WHERE label <> '';
"""

#: Ids of one block; step 5 has its number written out, so that it can never change.
BLOCK: Final = 1_024

_BLOCKS: Final = """
CREATE TABLE spans (
  room TEXT NOT NULL, block INTEGER NOT NULL, oldest INTEGER NOT NULL, newest INTEGER NOT NULL,
  PRIMARY KEY (room, block)
) WITHOUT ROWID;
INSERT INTO spans SELECT room, id / 1024, min(created), max(created) FROM facets GROUP BY room, id / 1024;
CREATE TABLE whole (word TEXT NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (word, block)) WITHOUT ROWID;
CREATE INDEX whole_block ON whole (block);
"""

_MANUSCRIPTS: Final = """
CREATE TABLE manuscripts (
  incident TEXT NOT NULL, post TEXT NOT NULL, text TEXT NOT NULL, statement TEXT NOT NULL, author TEXT NOT NULL,
  version INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (incident, post)
);
"""

# Step 7: whether any reach is 2**33 or more, for the filters (see ``words``).
_FAR: Final = """
INSERT INTO meta SELECT 'far', '' WHERE EXISTS (SELECT 1 FROM facets WHERE reach >= 8589934592);
"""

#: Negative posts by the time of writing: the oldest that waits for an answer is the first that nobody dealt with.
_COMPLAINTS: Final = """
CREATE INDEX facets_complaints ON facets (room, created, id) WHERE mood = 2 AND deleted = 0 AND repost = 0;
"""

# Step 9: ``post`` is '' for a post of its own. Lists and objects are canonical JSON, as the log has them.
_APPROVALS: Final = """
ALTER TABLE drafts ADD COLUMN statement TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN approvals TEXT NOT NULL DEFAULT '[]';
ALTER TABLE drafts ADD COLUMN overrides TEXT NOT NULL DEFAULT '{}';
ALTER TABLE drafts ADD COLUMN private INTEGER NOT NULL DEFAULT 0;
ALTER TABLE drafts ADD COLUMN batch TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN follows TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN writers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE drafts ADD COLUMN seen TEXT NOT NULL DEFAULT '';
ALTER TABLE incidents ADD COLUMN cluster TEXT NOT NULL DEFAULT '';
ALTER TABLE incidents ADD COLUMN strategy TEXT NOT NULL DEFAULT '';
"""

_BASELINES: Final = """
CREATE TABLE baselines (
  room TEXT NOT NULL, scope TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (room, scope)
);
"""

#: What we sent, as its platform names it: a post of ours that a source brings back waits for no answer.
_OURS: Final = """
CREATE INDEX drafts_ours ON drafts (platform, native_id) WHERE native_id IS NOT NULL;
"""

#: Who wrote any of a text before it is handed in: nobody approves words of their own.
_WRITERS: Final = """
ALTER TABLE manuscripts ADD COLUMN writers TEXT NOT NULL DEFAULT '[]';
"""

# Step 13: posts that an import stored and that no list shows yet (see ``bringing``). When a post gets another row
# number, SQLite looks for what points to it: so the index of the posts' state begins with the post.
_BROUGHT: Final = """
DROP INDEX triage_post;
CREATE UNIQUE INDEX triage_post ON triage (post_id, incident);
CREATE TABLE brought (
  incident TEXT NOT NULL, post_id INTEGER NOT NULL, PRIMARY KEY (incident, post_id)
) WITHOUT ROWID;
"""

# Step 14: when the words of a post of a block changed last, counted over all blocks (see ``masks``). Where the first
# posts of a room filled a block of several, its common words were those of the other rooms only.
_REWORDED: Final = """
DELETE FROM whole WHERE block IN (SELECT block FROM spans GROUP BY block HAVING count(*) > 1);
CREATE TABLE reworded (block INTEGER PRIMARY KEY, turn INTEGER NOT NULL);
CREATE INDEX reworded_turn ON reworded (turn);
"""

# Step 15: incidents whose log an import is not done with (see ``arriving``).
_ARRIVING: Final = """
CREATE TABLE arriving (incident TEXT PRIMARY KEY) WITHOUT ROWID;
"""

# Step 16: what a writer set aside with a reason, and whether the text is to be a thread: a crash loses neither.
_CHOICES: Final = """
ALTER TABLE manuscripts ADD COLUMN overrides TEXT NOT NULL DEFAULT '{}';
ALTER TABLE manuscripts ADD COLUMN split INTEGER NOT NULL DEFAULT 0;
"""

#: The steps, in order; the database's ``user_version`` counts those that it has taken.
STEPS: Final[tuple[str, ...]] = (
    _FIRST,
    _SENDING,
    _LABELS,
    _LABELLED,
    _BLOCKS,
    _MANUSCRIPTS,
    _FAR,
    _COMPLAINTS,
    _APPROVALS,
    _BASELINES,
    _OURS,
    _WRITERS,
    _BROUGHT,
    _REWORDED,
    _ARRIVING,
    _CHOICES,
)
