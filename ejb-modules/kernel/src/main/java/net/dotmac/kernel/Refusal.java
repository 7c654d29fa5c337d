package net.dotmac.kernel;

/**
 * Why one of many things that were told together can't be taken.
 *
 * @param position its place among them, from 0
 * @param attribute the attribute at fault by its public name, or null
 * @param message what was found and what was expected
 * @param isTaken whether it is right in itself, but what it names is another's already
 */
public record Refusal(int position, String attribute, String message, boolean isTaken) {

    public static Refusal of(int position, DomainException refused) {
        return new Refusal(
                position,
                refused.attribute(),
                refused.getMessage(),
                refused.problem().category() == Problem.Category.CONFLICT);
    }
}
