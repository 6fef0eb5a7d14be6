package fi.seloste;

import fi.seloste.notice.Notice;
import fi.seloste.store.Database;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test class its own copy of the migrated database and sets the clock back. */
class FreshDatabase implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        TestDatabase.fresh(context.getApplicationContext().getBean(Database.class));
        context.getApplicationContext().getBean(Notice.class).lookAgain();
    }

    @Override
    public void beforeTestMethod(TestContext context) {
        context.getApplicationContext().getBean(TurnedClock.class).reset();
    }
}
