package fi.seloste.consents;

import fi.seloste.notice.Declaration;
import fi.seloste.notice.LinkedData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was agreed to, for the person to keep: a consent receipt in the shape of ISO/IEC TS 27560:2023, in terms of the Data Privacy Vocabulary
 * 2.3 by its schema for the GDPR. It holds the exact words, so that nobody has to be asked what they were.
 */
record Receipt(Declaration declaration, Consent consent, Instant now) {

    private static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#";

    Map<String, Object> json() {
        var receipt = node("urn:uuid:" + consent.id() + "#receipt", "dpv:ConsentReceipt");
        receipt.put("dct:conformsTo", ref(SCHEMA + "receipt-eu-gdpr"));
        receipt.put("dct:identifier", consent.id() + "-receipt");
        receipt.put("dct:created", time(now));
        receipt.put("dct:publisher", ref("#controller"));
        receipt.put("dpv:hasRecordOfActivity", record());
        return LinkedData.about(declaration, receipt, consent.aim().purpose());
    }

    private Map<String, Object> record() {
        var record = node("urn:uuid:" + consent.id(), "dpv:ConsentRecord");
        record.put("dct:conformsTo", ref(SCHEMA + "record-eu-gdpr"));
        record.put("dct:identifier", consent.id().toString());
        record.put("dpv:hasDataSubject", subject());
        record.put("dpv:hasDataController", LinkedData.controllerOf(declaration));
        record.put("dpv:hasNotice", List.of(words(), notice()));
        record.put("dpv:hasProcess", ref("#purpose-" + consent.aim().purpose()));
        if (!consent.aim().topic().isEmpty()) {
            record.put("dct:subject", consent.aim().topic());
        }
        record.put("dpv:hasLegalBasis", ref("eu-gdpr:A6-1-a"));
        record.put("dpv:hasRight", ref("eu-gdpr:A7-3"));
        record.put("dpv:hasConsentControl", ref("dpv:WithdrawConsent"));
        record.put("dpv:hasConsentStatus", statuses());
        return record;
    }

    private Map<String, Object> subject() {
        var subject = node("urn:uuid:" + consent.person(), "dpv:DataSubject");
        subject.put("dct:identifier", consent.person().toString());
        return subject;
    }

    /** The words that were shown. */
    private Map<String, Object> words() {
        var upon = consent.given().upon();
        var words = node("urn:uuid:" + upon.id(), "dpv:ConsentNotice");
        words.put("dct:identifier", upon.id().toString());
        words.put("dct:language", upon.text().language());
        words.put("dct:date", time(upon.madeAt()));
        words.put("dct:hasVersion", String.valueOf(upon.version()));
        words.put(
                "dct:description",
                Map.of("@value", upon.text().words(), "@language", upon.text().language()));
        return words;
    }

    private Map<String, Object> notice() {
        var notice = new LinkedHashMap<String, Object>();
        notice.put("@type", "dpv:PrivacyNotice");
        notice.put("dpv:hasIdentifier", "sha256:" + consent.given().noticePrint());
        return notice;
    }

    private List<Object> statuses() {
        var statuses = new ArrayList<Object>();
        var given = status("dpv:ConsentGiven", consent.given().at(), ref("dpv:DataSubject"));
        given.put(
                "dpv:hasIndicationMethod",
                consent.given().channel().code() + ", "
                        + consent.given().proof().kind().code());
        var end = consent.end();
        if (end.expiresOn() != null) {
            var until = new LinkedHashMap<String, Object>();
            until.put("@type", "dpv:UntilTimeDuration");
            until.put("rdf:value", Map.of("@value", end.expiresOn().toString(), "@type", "xsd:date"));
            given.put("dpv:hasDuration", until);
        }
        statuses.add(given);
        if (end.withdrawal() != null) {
            var withdrawn = status("dpv:ConsentWithdrawn", end.withdrawal().at(), ref("dpv:DataSubject"));
            withdrawn.put("dpv:hasIndicationMethod", end.withdrawal().how().code());
            statuses.add(withdrawn);
        } else if (end.at() != null && !end.at().isAfter(now)) {
            statuses.add(status("dpv:ConsentExpired", end.at(), ref("#controller")));
        }
        return statuses;
    }

    private static Map<String, Object> status(String type, Instant at, Map<String, Object> by) {
        var status = new LinkedHashMap<String, Object>();
        status.put("@type", type);
        status.put("dpv:isIndicatedAtTime", time(at));
        status.put("dpv:isIndicatedBy", by);
        return status;
    }

    private static Map<String, Object> node(String id, String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", id);
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> ref(String id) {
        return Map.of("@id", id);
    }

    private static Map<String, Object> time(Instant at) {
        return Map.of("@value", at.toString(), "@type", "xsd:dateTime");
    }
}
