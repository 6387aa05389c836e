package io.fetchmark.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Teaches Jackson 2 that the permitted records of a sealed interface are told apart by {@code kind}, and that every
 * component must be there unless it is an {@code Optional}.
 */
final class RecordTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;
    private static final Set<Class<?>> OPTIONAL =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType type) {
        if (!type.getRawClass().isSealed() && !belongsToSealed(type.getRawClass())) {
            return super.findTypeResolver(config, annotated, type);
        }
        return new StdTypeResolverBuilder()
                .init(JsonTypeInfo.Id.NAME, null)
                .inclusion(JsonTypeInfo.As.PROPERTY)
                .typeProperty("kind");
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        if (!annotated.getRawType().isSealed()) {
            return super.findSubtypes(annotated);
        }
        return Arrays.stream(annotated.getRawType().getPermittedSubclasses())
                .map(permitted -> new NamedType(permitted, name(permitted)))
                .toList();
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        Class<?> type = annotated.getRawType();
        return belongsToSealed(type) ? name(type) : super.findTypeName(annotated);
    }

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember component) {
        return !OPTIONAL.contains(component.getRawType());
    }

    private static boolean belongsToSealed(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
