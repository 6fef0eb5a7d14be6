package fi.seloste.senders;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks DNS: the servers of this machine, or the one that the operator named. */
@Component
class Answers {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int PORT = 53;

    private final Settings settings;

    Answers(Settings settings) {
        this.settings = settings;
    }

    /** Nobody answered, which says nothing about what is there. */
    static final class Silence extends Exception {
        Silence(Throwable cause) {
            super(cause);
        }
    }

    /** The texts under a name; none where there is no such name. */
    List<String> texts(String name) throws Silence {
        try {
            var question = Record.newRecord(Name.fromString(name + "."), Type.TXT, DClass.IN);
            var answer = resolver().send(Message.newQuery(question));
            int code = answer.getRcode();
            if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
                throw new Silence(new IOException(Rcode.string(code)));
            }
            var texts = new ArrayList<String>();
            for (var one : answer.getSection(Section.ANSWER)) {
                if (one instanceof TXTRecord text) {
                    texts.add(String.join("", text.getStrings()));
                }
            }
            return texts;
        } catch (TextParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new Silence(e);
        }
    }

    private Resolver resolver() throws UnknownHostException {
        var named = settings.text(Setting.DNS_SERVER);
        if (named == null) {
            var usual = new ExtendedResolver();
            usual.setTimeout(PATIENCE);
            return usual;
        }
        int colon = named.lastIndexOf(':');
        var host = colon < 0 ? named : named.substring(0, colon);
        var resolver = new SimpleResolver(host);
        resolver.setPort(colon < 0 ? PORT : port(named.substring(colon + 1)));
        resolver.setTimeout(PATIENCE);
        return resolver;
    }

    private int port(String text) {
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new Trouble(settings.said(Setting.DNS_SERVER) + " names no port. Write it like 10.0.0.53:53.");
        }
        return Integer.parseInt(text);
    }
}
