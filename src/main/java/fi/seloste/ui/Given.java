package fi.seloste.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A field that a change names; its value is null where it shall be emptied. A field that is not named is not given at all. */
@JsonDeserialize(using = Given.Reader.class)
public record Given<T>(@Nullable T value) {

    /** What is done where the field was named; an emptied text is an empty one. */
    public static void text(@Nullable Given<?> given, Consumer<String> then) {
        if (given != null) {
            then.accept(given.value() == null ? "" : given.value().toString());
        }
    }

    static final class Reader extends ValueDeserializer<Given<?>> {

        private final @Nullable ValueDeserializer<?> inner;

        Reader() {
            this(null);
        }

        private Reader(@Nullable ValueDeserializer<?> inner) {
            this.inner = inner;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            JavaType type = property == null ? context.getContextualType() : property.getType();
            return new Reader(context.findContextualValueDeserializer(type.containedType(0), property));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (inner == null) {
                throw new IllegalStateException("not made for a type");
            }
            return new Given<>(inner.deserialize(parser, context));
        }

        @Override
        public Given<?> getNullValue(DeserializationContext context) {
            return new Given<>(null);
        }

        @Override
        @SuppressWarnings("NullAway") // a field that is not there is no value
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
