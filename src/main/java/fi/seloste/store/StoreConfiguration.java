package fi.seloste.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** One data source that takes the pool of the running purpose's login, and refuses where no purpose runs. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    DataSource dataSource(Database database) {
        return new ByPurpose(database);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource, Doings doings) {
        var jdbc = new Writing(dataSource, doings);
        jdbc.setFetchSize(500);
        return jdbc;
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbc) {
        return JdbcClient.create(jdbc);
    }

    @Bean
    @ConditionalOnMissingBean(name = "clock") // the demonstration has another beside this one
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Tells whether anything was written. */
    private static final class Writing extends JdbcTemplate {

        private final Doings doings;

        Writing(DataSource dataSource, Doings doings) {
            super(dataSource);
            this.doings = doings;
        }

        @Override
        protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter) {
            int rows = super.update(statement, setter);
            if (rows > 0) {
                doings.wrote();
            }
            return rows;
        }
    }

    private static final class ByPurpose extends AbstractDataSource {

        private final Database database;

        ByPurpose(Database database) {
            this.database = database;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var purpose = Purposes.current();
            if (purpose == null) {
                throw new SQLException("No purpose is declared for this work: see store.Purposes");
            }
            return database.of(purpose.login()).getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("The logins belong to the purposes");
        }
    }
}
