package net.dotmac.devtools.simulator;

import java.util.ArrayList;
import java.util.List;

/** Lives as many seeds as one likes: {@code Simulator [first seed] [how many] [steps]}. */
public final class Simulator {

    private static final int STEPS = 60;

    private Simulator() {}

    public static void main(String[] arguments) {
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int steps = arguments.length > 2 ? Integer.parseInt(arguments[2]) : STEPS;
        int bad = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            List<String> findings = findings(seed, steps);
            if (!findings.isEmpty()) {
                bad++;
                findings.forEach(System.out::println);
            }
            if ((seed - first + 1) % 50 == 0) {
                System.out.println((seed - first + 1) + " lives, " + bad + " with findings");
            }
        }
        System.out.println(seeds + " lives of " + steps + " steps, " + bad + " with findings");
        System.exit(bad == 0 ? 0 : 1);
    }

    /** What is wrong after a life, with its diary; empty if nothing is. */
    public static List<String> findings(long seed, int steps) {
        Life life = new Life(seed);
        List<String> faults = new ArrayList<>(life.live(steps));
        if (faults.isEmpty()) {
            faults.addAll(life.end());
        }
        if (faults.isEmpty()) {
            return faults;
        }
        List<String> findings = new ArrayList<>();
        findings.add("Seed " + seed + ":");
        life.diary().forEach(each -> findings.add("  " + each));
        faults.forEach(each -> findings.add("  FOUND " + each));
        return findings;
    }
}
