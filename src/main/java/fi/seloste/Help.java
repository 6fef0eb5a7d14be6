package fi.seloste;

/** What `seloste help` says. */
final class Help {

    static final String TEXT = """
            Seloste keeps a customer register, and the word of its privacy notice.

              seloste demo               look around among made-up people of a made-up company
              seloste                    start on your own data; the first visit sets it up
              seloste notice check FILE  examine a declaration; needs no database
              seloste notice print       print the published notice (--lang fi, sv or en)
              seloste backup FILE        write everything but the keys into one file
              seloste restore FILE       bring it back, and repeat what people asked for since
              seloste token              make a token for the API (--name NAME --purposes A,B)
              seloste keys               the keys: list, rotate, sheet, check, restore
              seloste verify             examine the chain of evidence
              seloste doctor             what is wrong with this installation
              seloste version, help

            Flags; each may also stand in the environment (SELOSTE_PORT) or in seloste.properties (port=…):
              --data DIR          the data folder (data/own, or data/demo, beside the program)
              --port N            the web port (8080; 0 takes any free one)
              --database URL      a PostgreSQL 15 or newer instead of our own
              --base-url URL      the address people see
              --trusted-proxies   addresses or networks of the proxies in front
              --outgoing-hosts    hosts of your own network that may be called, by name
              --sign-up-ip true   keep with a subscription the IP address from which it was asked
              --dns-server HOST   whom to ask for the DNS records of senders (HOST or HOST:PORT; else whom this machine asks)
              --journal-copy DIR  a second place for the journal of rights
              --keys DIR          where the keys lie, if not in the data folder
              --mail-host, --mail-port, --mail-user, --mail-password, --mail-from
              --mail-answers      the address to which guests' calendars answer; it takes tags after a plus sign
              --imap-host, --imap-port, --imap-user, --imap-password, --imap-address, --imap-folder, --imap-processed
                                  the mailbox of the privacy address, from which requests are taken
              --bounce-host, --bounce-port, --bounce-user, --bounce-password, --bounce-folder, --bounce-processed
                                  the mailbox to which campaigns' bounces and complaints come, if it is another
              --directory-issuer, --directory-client, --directory-secret, --directory-name
                                  the company's own directory (OpenID Connect) by which staff may sign in
              --mail-ca FILE      certificates (PEM) of your own authority, where it signs those of the mail servers
              --ready-file FILE   written once the server listens: url, signIn, token, version""";

    private Help() {}
}
