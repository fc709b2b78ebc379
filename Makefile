# For fingers used to make; every target only calls ./run, which has the words: ./run --help
.PHONY: help demo bot test check bench
help demo bot test check bench:
	@./run $@
.DEFAULT_GOAL := help
