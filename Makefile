# DotMac ISP. `make help` lists what there is.
SHELL := /bin/bash
MVN ?= mvn -B -q
LAUNCHER = java -Xmx512m -cp "devtools/launcher/target/launcher.jar:devtools/launcher/target/lib/*" net.dotmac.devtools.launcher.Launcher
BENCHMARKS = java -Xmx512m -cp "benchmarks/target/benchmarks.jar:benchmarks/target/lib/*" net.dotmac.benchmarks.Benchmarks
# The last builds of what came before the embedded one, and what shows that a PostgreSQL will do: all migrations, row security,
# partitions, the SQL of every domain, and a customer's story over the whole system.
OLDER_POSTGRES = 15.19.0 16.15.0 17.11.0
DOMAIN_TESTS = EventBatchTest,FinishedJobsTest,SampleStorageTest,PollClaimsTest,PaymentServiceTest,BillingRunTest,CreditNoteTest
SYSTEM_TESTS = TenantIsolationTest,ForeignIdTest,FilterOffTest,NoContextTest,ListPlanTest,NewCustomerStoryTest
SOURCES = $(shell git ls-files -co --exclude-standard -- pom.xml '*/pom.xml' '*/src/main/*' 2>/dev/null)

.DEFAULT_GOAL := help

.PHONY: help run stop migrate tenant demo-fault demo-heal build test test-long simulate bench format clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## from a fresh clone to a running ISP with a demo; stays until Ctrl-C
	@exec $(LAUNCHER) run

demo-fault: ## take one of the demo's devices down
	@$(LAUNCHER) demo-fault

demo-heal: ## bring it back
	@$(LAUNCHER) demo-heal

stop: ## stop what `make run` started from this checkout
	@if [ -d devtools/launcher/target/lib ]; then $(LAUNCHER) stop; else echo "Nothing is running here."; fi

migrate: build ## bring your own PostgreSQL up to date: DOTMAC_DB_URL, DOTMAC_DB_OWNER_PASSWORD
	@$(LAUNCHER) migrate

tenant: build ## make an ISP there: TENANT, NAME, COUNTRY, CURRENCY, ZONE, TAX
	@$(LAUNCHER) tenant

build: target/built ## compile and assemble the EAR, without tests, if anything changed

target/built: $(SOURCES)
	@echo "Building…"
	@$(MVN) package -DskipTests -Dmaven.javadoc.skip=true
	@mkdir -p target && touch target/built

test: ## everything that proves the system: format, compile, unit, property, container, black-box, browser
	@devtools/bin/install-test-tools
	@mvn -B -ntp spotless:check verify

test-long: ## what takes longer than a person waits for: thousands of seeds, each PostgreSQL from 15 on
	@devtools/bin/install-test-tools
	@mvn -B -ntp verify -Dexcluded.test.tags=none -Djqwik.tries.default=20000
	@for version in $(OLDER_POSTGRES); do \
	  echo "On PostgreSQL $$version"; \
	  mvn -B -ntp package -Dembedded.postgres.binaries.version=$$version -Dsurefire.failIfNoSpecifiedTests=false \
	    -Dtest='$(DOMAIN_TESTS),$(SYSTEM_TESTS)' || exit 1; \
	done

simulate: build ## as many random lives of an ISP as you like, the books checked after each step: SEEDS="first how-many steps"
	@java -cp "devtools/simulator/target/simulator.jar:devtools/simulator/target/lib/*" net.dotmac.devtools.simulator.Simulator $(SEEDS)

bench: build ## the figures as ratios in one run, to target/bench/report.md; WHAT="billing import polling rest usage killbill" chooses
	@$(BENCHMARKS) $(WHAT)

format: ## format the sources
	@$(MVN) spotless:apply

clean: stop ## delete what was built and what ran, the demo's data too
	@rm -rf var
	@$(MVN) clean
