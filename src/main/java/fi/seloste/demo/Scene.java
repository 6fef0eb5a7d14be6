package fi.seloste.demo;

import java.time.Instant;

/** Something that happened at the company: when, and through which doors. */
record Scene(Instant at, Manner manner, Runnable work) {

    enum Manner {
        /** As customer relationship; neighbouring scenes share a transaction, since each commit waits for the disk. */
        CUSTOMER,
        /** Doors that open transactions of their own. */
        APART
    }
}
