package net.dotmac.devtools.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.dotmac.kernel.DomainException;

/**
 * One seed's life: step by step something that a person, a partner or a night brings, however it comes out. A refusal is legal
 * too; what it leaves behind is checked like everything else.
 */
public final class Life {

    private final Random random;
    private final SimulatedIsp isp = new SimulatedIsp();
    private final Sales sales;
    private final Money money;
    private final Nights nights;
    private final List<String> diary = new ArrayList<>();

    public Life(long seed) {
        random = new Random(seed);
        sales = new Sales(isp, random);
        money = new Money(isp, random, sales);
        nights = new Nights(isp, random);
        sales.open();
        sales.add();
    }

    /**
     * Lives some steps and checks the books after each.
     *
     * @return what is wrong, empty in a sound product; the first step that finds something ends the life
     */
    public List<String> live(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
            List<String> faults = faults();
            if (!faults.isEmpty()) {
                return faults;
            }
        }
        return List.of();
    }

    /** Lets all that is open be billed, and calculates everything once more from nothing. */
    public List<String> end() {
        nights.sleep(45);
        nights.bill();
        List<String> faults = new ArrayList<>(faults());
        faults.addAll(new Recalculation(isp, sales).differences());
        return faults;
    }

    /** What the life came to, without ids and times: the same for the same seed. */
    public String outcome() {
        return new Summary(isp, sales.accounts()).text();
    }

    public List<String> diary() {
        return List.copyOf(diary);
    }

    List<String> faults() {
        return new Books(isp, random.nextInt(60)).faults();
    }

    SimulatedIsp isp() {
        return isp;
    }

    private void step() {
        LocalDate day = isp.today();
        String what;
        try {
            what = act(random.nextInt(100));
        } catch (DomainException e) {
            what = "refused: " + e.problem().slug() + " (" + e.getMessage() + ")";
        }
        diary.add(day + " " + what);
    }

    private String act(int chance) {
        TreeMap<Integer, Act> acts = new TreeMap<>();
        acts.put(0, sales::open);
        acts.put(3, sales::add);
        acts.put(13, sales::modify);
        acts.put(27, sales::end);
        acts.put(31, sales::lock);
        acts.put(41, sales::unlock);
        acts.put(50, sales::use);
        acts.put(55, sales::reprice);
        acts.put(58, money::pay);
        acts.put(63, money::reverse);
        acts.put(65, money::credit);
        acts.put(67, money::charge);
        acts.put(68, money::giveUp);
        acts.put(69, () -> nights.sleep(1 + random.nextInt(25)));
        acts.put(84, nights::bill);
        acts.put(95, nights::crash);
        acts.put(98, nights::preview);
        return acts.floorEntry(chance).getValue().act();
    }

    /** Something that happens, told for the diary. */
    private interface Act {
        String act();
    }
}
