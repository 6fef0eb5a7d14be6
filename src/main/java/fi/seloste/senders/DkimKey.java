package fi.seloste.senders;

import fi.seloste.base.Problem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A pair of RSA keys by which a domain signs. */
final class DkimKey {

    private static final int BITS = 2048;
    private static final int MOST_BITS = 4096;

    private final RSAPrivateCrtKey key;

    private DkimKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    static DkimKey made() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(BITS);
            return new DkimKey((RSAPrivateCrtKey) maker.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody pastes it: PEM, of PKCS#8 or of PKCS#1 as older programs write it. */
    static DkimKey pasted(String pem) {
        var body =
                pem.replaceAll("-----(BEGIN|END) (RSA )?PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            var der = Base64.getDecoder().decode(body);
            var key = opened(pem.contains("RSA PRIVATE KEY") ? wrapped(der) : der);
            int bits = key.key.getModulus().bitLength();
            if (bits < BITS || bits > MOST_BITS) {
                throw Problem.invalid("privateKey", "senders.key.bits", bits);
            }
            return key;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Problem.invalid("privateKey", "senders.key.unreadable");
        }
    }

    static DkimKey opened(byte[] pkcs8) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (key instanceof RSAPrivateCrtKey whole) {
                return new DkimKey(whole);
            }
            throw new IllegalStateException("A key lacks the parts by which its public half is found");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This is no private RSA key", e);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        try {
            ASN1Encodable inner = RSAPrivateKey.getInstance(pkcs1);
            return new PrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), inner)
                    .getEncoded();
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    RSAPrivateCrtKey key() {
        return key;
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    /** The public half as it stands in the record: SubjectPublicKeyInfo in base64 (RFC 6376, 3.6.1). */
    String publicKey() {
        try {
            BigInteger modulus = key.getModulus();
            var half = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent()));
            return Base64.getEncoder().encodeToString(half.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
