package com.footstone.audit.web.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import com.footstone.audit.model.InvalidValueException;

/** What stands in the body of a request. It is bounded before it is read. */
public final class Body {

    /** Longest body, in bytes. */
    static final int MAX_BYTES = 512 * 1024;

    private static final String NAME = "body";

    private Body() {}

    /**
     * Uses a body.
     *
     * @param use what is done with its text; the values that it refuses are told as parameters
     * @throws InvalidParameterException if the body or a field of it is not accepted
     */
    public static <T> T use(InputStream body, Function<String, T> use) {
        String text = text(body);
        try {
            return use.apply(text);
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    private static String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidParameterException(NAME, "is longer than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidParameterException(NAME, "is not UTF-8");
        } catch (IOException e) {
            throw new InvalidParameterException(NAME, "broke off");
        }
    }
}
