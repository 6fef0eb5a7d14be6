package fi.seloste.retention;

import fi.seloste.datamap.Table;
import fi.seloste.notice.RetentionRule;

/** A table whose rows fall due one by one, by a column of their own. */
record RowRule(Table table, String column, RetentionRule rule) {}
