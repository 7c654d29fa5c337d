package net.dotmac.kernel.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantQuery;

/**
 * Runs a {@link Query} over one entity: the repository names the attributes that may be filtered and sorted, each with its
 * JPQL path (the entity's alias is {@code e}) and type. Nothing of the caller's text enters the JPQL: names are looked up,
 * values are parameters.
 *
 * @param <E> the entity, of a tenant
 */
public final class EntityList<E> {

    private static final int MAX_YEAR = 9999;
    private static final int MAX_DIGITS = 40;

    private final Class<E> entity;
    private final String tieBreaker;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    /** @param tieBreaker path that makes every order total, such as {@code e.id}: pages must not overlap */
    public EntityList(Class<E> entity, String tieBreaker) {
        this.entity = entity;
        this.tieBreaker = tieBreaker;
    }

    /** Adds an attribute: its public name, its JPQL path, and its type, which decides how values are read. */
    public EntityList<E> with(String name, String path, Class<?> type) {
        attributes.put(name, new Attribute(path, type, Function.identity(), path, "%s"));
        return this;
    }

    /**
     * Finds an attribute's values through other rows, where those have the index for it.
     *
     * @param name of an attribute named before
     * @param path what is compared there
     * @param condition of the entity, with {@code %s} where the comparisons go
     */
    public EntityList<E> through(String name, String path, String condition) {
        Attribute own = attributes.get(name);
        attributes.put(name, new Attribute(own.path, own.type, own.toStored, path, condition));
        return this;
    }

    /** As {@link #with(String, String, Class)} for an enum-like text column whose public spelling differs from the stored. */
    public EntityList<E> withText(String name, String path, Function<String, String> toStored) {
        attributes.put(name, new Attribute(path, String.class, toStored, path, "%s"));
        return this;
    }

    /**
     * The page that the query asks for, and the count of all matches.
     *
     * @throws DomainException {@code unknown-attribute} or {@code invalid-value}, naming the attribute
     */
    public Page<E> find(EntityManager em, Query query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        String name = entity.getSimpleName();
        TypedQuery<Long> count = em.createQuery("select count(e) from " + name + " e" + where, Long.class);
        TypedQuery<E> select = em.createQuery("select e from " + name + " e" + where + orderBy(query), entity);
        parameters.forEach((key, value) -> {
            count.setParameter(key, value);
            select.setParameter(key, value);
        });
        List<E> rows =
                TenantQuery.list(em, select.setFirstResult(query.offset()).setMaxResults(query.limit()));
        boolean isWhole = query.offset() == 0 && rows.size() < query.limit();
        return new Page<>(
                rows, isWhole ? rows.size() : TenantQuery.list(em, count).get(0));
    }

    private String where(Query query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("e.tenantId = :tenant"));
        for (Filter filter : query.filters()) {
            conditions.add(condition(filter, attribute(filter.attribute()), parameters));
        }
        return " where " + String.join(" and ", conditions);
    }

    private String condition(Filter filter, Attribute attribute, Map<String, Object> parameters) {
        List<String> alternatives = new ArrayList<>();
        for (String text : filter.values()) {
            String parameter = "p" + parameters.size();
            switch (filter.operator()) {
                case REGEX -> {
                    requireText(filter, attribute);
                    alternatives.add("sql('? ~ ?', " + attribute.compared + ", :" + parameter + ") = true");
                    parameters.put(parameter, Patterns.checked(filter.attribute(), text));
                }
                case LIKE -> {
                    requireText(filter, attribute);
                    alternatives.add("lower(" + attribute.compared + ") like :" + parameter + " escape '\\'");
                    parameters.put(parameter, Patterns.contains(text));
                }
                default -> {
                    alternatives.add(
                            attribute.compared + " " + filter.operator().symbol() + " :" + parameter);
                    parameters.put(parameter, valueOf(filter.attribute(), text));
                }
            }
        }
        String glue = filter.operator() == Filter.Operator.NE ? " and " : " or ";
        return attribute.condition.formatted("(" + String.join(glue, alternatives) + ")");
    }

    private static void requireText(Filter filter, Attribute attribute) {
        if (attribute.type != String.class) {
            throw DomainException.invalid(
                    filter.attribute(),
                    "The operator " + filter.operator().symbol() + " works on texts, and " + filter.attribute()
                            + " is none. Use =, <, <=, > or >=.");
        }
    }

    private String orderBy(Query query) {
        List<String> parts = query.sorts().stream()
                .map(sort -> attribute(sort.attribute()).path + (sort.descending() ? " desc" : ""))
                .collect(Collectors.toCollection(ArrayList::new));
        parts.add(tieBreaker);
        return " order by " + String.join(", ", parts);
    }

    private Attribute attribute(String name) {
        Attribute found = attributes.get(name);
        if (found == null) {
            throw new DomainException(
                    CommonProblem.UNKNOWN_ATTRIBUTE,
                    "This list can't be filtered or sorted by " + name + ". It knows: "
                            + String.join(", ", attributes.keySet()) + ".",
                    name);
        }
        return found;
    }

    /** The caller's text as a value of the attribute's type, within what the database can hold. */
    Object valueOf(String name, String text) {
        Attribute attribute = attribute(name);
        try {
            return parse(attribute.type, attribute.toStored.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw DomainException.invalid(
                    name, "Found " + text + " for " + name + ", expected " + expected(attribute.type) + ".");
        }
    }

    private static Object parse(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type == Instant.class) {
            return parseTime(text).toInstant();
        } else if (type == LocalDate.class) {
            return parseTime(text).toLocalDate();
        } else if (type == Boolean.class) {
            return parseBoolean(text);
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == BigDecimal.class) {
            return parseNumber(text);
        }
        throw new IllegalStateException("no reading of " + type);
    }

    private static OffsetDateTime parseTime(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
        if (time.getYear() < 1 || time.getYear() > MAX_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return time;
    }

    /** A number such as 1E+999999999 is short to write and a gigabyte long when spelled out, so its size is bounded. */
    private static BigDecimal parseNumber(String text) {
        if (text.length() > MAX_DIGITS) {
            throw new IllegalArgumentException(text);
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String expected(Class<?> type) {
        if (type == UUID.class) {
            return "an id (UUID)";
        } else if (type == Instant.class) {
            return "a time such as 2027-03-01T12:00:00Z";
        } else if (type == LocalDate.class) {
            return "a day such as 2027-03-01";
        } else if (type == Boolean.class) {
            return "true or false";
        }
        return type == String.class ? "one of the known values" : "a number";
    }

    /**
     * @param path what is ordered by
     * @param compared what is filtered by
     * @param condition around the comparisons
     */
    private record Attribute(
            String path, Class<?> type, Function<String, String> toStored, String compared, String condition) {}
}
