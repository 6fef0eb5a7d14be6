package fi.seloste.marketing;

import fi.seloste.DatabaseTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of marketing on the whole house: with an address that readers can reach, a mail server, and people who said yes, no and nothing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import({PublicAddress.class, Readers.class, MailSink.class})
public @interface MarketingTest {}
